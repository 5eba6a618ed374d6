# syntax=docker/dockerfile:1

# Both stages have the same: the AOT cache fits only the JVM that made it.
ARG JDK=eclipse-temurin:25.0.3_9-jdk

FROM ${JDK} AS build
WORKDIR /build
COPY mvnw pom.xml ./
COPY .mvn ./.mvn
COPY db ./db
COPY src ./src
RUN --mount=type=cache,target=/root/.m2 --mount=type=cache,target=/root/.cache ./mvnw -B -ntp package

FROM ${JDK}
WORKDIR /srv/boxtribute-server
# Under its own name, by which the AOT cache knows it.
COPY --from=build /build/target/boxtribute-server-*.jar ./
COPY --from=build /build/target/boxtribute-server.aot ./
COPY src/container/healthy ./
ENV HOST=0.0.0.0
EXPOSE 5005
USER 10001:10001
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 CMD ["/srv/boxtribute-server/healthy"]
# Nothing is written: the JVM's own counters would be, in /tmp.
ENTRYPOINT ["java", "-XX:AOTCache=/srv/boxtribute-server/boxtribute-server.aot", "-XX:CompileThresholdScaling=20", "-XX:MaxRAMPercentage=70", "-XX:-UsePerfData", "-XX:+ExitOnOutOfMemoryError", "-jar", "/srv/boxtribute-server/boxtribute-server-0.1.0.jar"]
