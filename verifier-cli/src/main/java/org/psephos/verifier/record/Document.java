package org.psephos.verifier.record;

/** A file that the user gave: its name and its bytes. Immutable. */
public final class Document {

  private final String name;
  private final byte[] bytes;

  public Document(String name, byte[] bytes) {
    this.name = name;
    this.bytes = bytes.clone();
  }

  public String name() {
    return name;
  }

  public byte[] toByteArray() {
    return bytes.clone();
  }
}
