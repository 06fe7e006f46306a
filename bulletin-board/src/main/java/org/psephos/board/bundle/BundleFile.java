package org.psephos.board.bundle;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.psephos.board.tar.TarFile;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.hash.Digest;

/**
 * A bundle in one file, read where it stands. Opening scans the headers once and keeps about 150
 * bytes of memory for each object.
 */
public final class BundleFile implements BoardSource {

  private static final String OBJECT = "object/";

  private final TarFile tar;
  private final Map<Digest, Long> objects = new HashMap<>();
  private final Map<String, Long> others = new HashMap<>();

  private BundleFile(TarFile tar) {
    this.tar = tar;
  }

  /**
   * Opens a bundle.
   *
   * @throws DecodingException if it is not a tar of the one form
   */
  public static BundleFile open(Path file) throws IOException, DecodingException {
    TarFile tar = TarFile.open(file);
    BundleFile bundle = new BundleFile(tar);
    try {
      tar.scan(bundle::add);
      return bundle;
    } catch (IOException | DecodingException e) {
      tar.close();
      throw e;
    }
  }

  private void add(TarFile.Member member) {
    Optional<Digest> hash = objectHash(member.name());
    if (hash.isPresent()) {
      objects.putIfAbsent(hash.get(), member.at());
    } else {
      others.putIfAbsent(member.name(), member.at());
    }
  }

  /** The hash in the name of an object, if it is one. */
  static Optional<Digest> objectHash(String name) {
    if (!name.startsWith(OBJECT)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Digest.fromHex(name.substring(OBJECT.length())));
    } catch (DecodingException e) {
      return Optional.empty();
    }
  }

  @Override
  public Optional<byte[]> member(String path, int largest) throws IOException, DecodingException {
    Optional<Digest> hash = objectHash(path);
    Long at = hash.isPresent() ? objects.get(hash.get()) : others.get(path);
    return at == null ? Optional.empty() : Optional.of(tar.readAt(at, largest));
  }

  /**
   * How this file differs from the one file that its checkpoint and entries call for; empty if it
   * does not. What cannot be read is a fault, too.
   */
  public List<BundleFault> faults() throws IOException {
    return new BundleForm(this, tar).faults();
  }

  @Override
  public void close() throws IOException {
    tar.close();
  }
}
