package org.psephos.api.web.page;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.codec.JsonFields;
import org.psephos.crypto.codec.JsonParser;
import org.psephos.crypto.codec.Limits;

/**
 * Scripts and style of pages, as the build made them. A page names an entry and gets the address
 * with the hash in it and the {@code integrity} that its tag must have.
 */
@ApplicationScoped
public class Assets {

  /** Where they are served. */
  public static final String PATH = "/assets/";

  private static final String LIST = "assets.json";

  /** What a tag needs. */
  public record Asset(String href, String integrity) {}

  private final StaticFiles files = new StaticFiles("web/assets/");
  private final Map<String, Asset> entries;

  Assets() {
    this.entries = files.file(LIST).map(list -> read(list.bytes())).orElse(Map.of());
  }

  private static Map<String, Asset> read(byte[] list) {
    try {
      Map<String, Asset> entries = new HashMap<>();
      for (Map.Entry<String, Json> entry :
          ((Json.Obj) JsonParser.parse(list, Limits.OBJECT)).members().entrySet()) {
        JsonFields fields = JsonFields.of(entry.getValue());
        Asset asset = new Asset(PATH + fields.text("file"), fields.text("integrity"));
        entries.put(entry.getKey(), asset);
      }
      return Map.copyOf(entries);
    } catch (DecodingException e) {
      throw new IllegalStateException("the build's " + LIST + " is malformed", e);
    }
  }

  /** What the build made of this entry. */
  public Optional<Asset> asset(String entry) {
    return Optional.ofNullable(entries.get(entry));
  }

  Optional<StaticFile> file(String name) {
    return name.equals(LIST) ? Optional.empty() : files.file(name);
  }
}
