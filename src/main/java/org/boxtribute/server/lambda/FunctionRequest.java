package org.boxtribute.server.lambda;

import io.micronaut.core.convert.ConversionService;
import io.micronaut.core.convert.value.MutableConvertibleValues;
import io.micronaut.core.convert.value.MutableConvertibleValuesMap;
import io.micronaut.http.CaseInsensitiveMutableHttpHeaders;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpParameters;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookies;
import io.micronaut.http.simple.SimpleHttpParameters;
import io.micronaut.http.simple.cookies.SimpleCookies;
import java.net.URI;
import java.util.Optional;

/** A request that came as an event. For the thread that answers it. */
final class FunctionRequest implements HttpRequest<byte[]> {
  private final FunctionEvent event;
  private final byte[] body;
  private final URI address;
  private final HttpHeaders headers;
  private final ConversionService conversion;
  private final MutableConvertibleValues<Object> attributes = new MutableConvertibleValuesMap<>();

  FunctionRequest(FunctionEvent event, URI address, byte[] body, ConversionService conversion) {
    this.event = event;
    this.address = address;
    this.body = body;
    this.conversion = conversion;
    this.headers = new CaseInsensitiveMutableHttpHeaders(false, event.headers(), conversion);
  }

  @Override
  public HttpMethod getMethod() {
    return HttpMethod.parse(event.method());
  }

  @Override
  public String getMethodName() {
    return event.method();
  }

  @Override
  public URI getUri() {
    return address;
  }

  @Override
  public HttpParameters getParameters() {
    String query = address.getRawQuery();
    return new SimpleHttpParameters(AddressParameters.of(query == null ? "" : query), conversion);
  }

  @Override
  public HttpHeaders getHeaders() {
    return headers;
  }

  /** No cookie means anything to the APIs. */
  @Override
  public Cookies getCookies() {
    return new SimpleCookies(conversion);
  }

  @Override
  public MutableConvertibleValues<Object> getAttributes() {
    return attributes;
  }

  @Override
  public Optional<byte[]> getBody() {
    return Optional.of(body);
  }
}
