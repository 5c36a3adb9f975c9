package org.tocsin.console.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** The few files a page needs, by addresses that change with their content. */
public final class Assets {

  private static final String HTMX = "htmx.min.js";
  private static final int VERSION_LENGTH = 12;
  private static final Map<String, String> TYPES =
      Map.of("css", "text/css", "js", "text/javascript", "svg", "image/svg+xml");

  private static final Map<String, Asset> ALL = load();

  private Assets() {}

  private record Asset(byte[] bytes, String type, String version) {}

  private static Map<String, Asset> load() {
    Map<String, Asset> all = new TreeMap<>();
    all.put("desk.css", asset("/assets/desk.css"));
    all.put("desk.js", asset("/assets/desk.js"));
    all.put("icon.svg", asset("/assets/icon.svg"));
    all.put(HTMX, asset("/META-INF/resources/webjars/htmx.org/" + htmxVersion() + "/dist/" + HTMX));
    return all;
  }

  private static String htmxVersion() {
    String properties = "/META-INF/maven/org.webjars.npm/htmx.org/pom.properties";
    java.util.Properties read = new java.util.Properties();
    try (InputStream in = resource(properties)) {
      read.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return read.getProperty("version");
  }

  private static Asset asset(String name) {
    try (InputStream in = resource(name)) {
      byte[] bytes = in.readAllBytes();
      String version =
          HexFormat.of()
              .formatHex(
                  Tokens.hash(new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1)));
      String ending = name.substring(name.lastIndexOf('.') + 1);
      return new Asset(bytes, TYPES.get(ending), version.substring(0, VERSION_LENGTH));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream resource(String name) throws IOException {
    InputStream in = Assets.class.getResourceAsStream(name);
    if (in == null) {
      throw new IOException(name + " is not on the class path");
    }
    return in;
  }

  /** The address of a file, for a page. */
  public static String url(String name) {
    return "/assets/" + name + "?v=" + ALL.get(name).version();
  }

  static void serve(Context ctx) {
    Asset asset = ALL.get(ctx.pathParam("name"));
    if (asset == null) {
      throw new DeskException(404, "NOT_FOUND");
    }
    ctx.header("Cache-Control", "public, max-age=31536000, immutable")
        .contentType(asset.type())
        .result(asset.bytes());
  }
}
