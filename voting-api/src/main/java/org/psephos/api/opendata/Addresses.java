package org.psephos.api.opendata;

import static java.util.Objects.requireNonNull;

import java.net.URI;

/**
 * The addresses that stand in open data: those of things never change, whatever becomes of the
 * pages that tell about them, and those of files.
 *
 * @param base what is configured as the public address
 */
public record Addresses(URI base) {

  public Addresses {
    requireNonNull(base, "base is null");
  }

  /** The election itself, not a page about it. */
  public String election(String uuid) {
    return absolute("/id/election/" + uuid);
  }

  /** A question; they count from 1. */
  public String question(String uuid, int question) {
    return election(uuid) + "/question/" + question;
  }

  /** An answer; they count from 1, and 0 is the blank vote. */
  public String answer(String uuid, int question, int answer) {
    return question(uuid, question) + "/answer/" + answer;
  }

  /** An entry of the board. */
  public String entry(String uuid, long index) {
    return election(uuid) + "/entry/" + index;
  }

  /** The page about an election. */
  public String page(String uuid, String rest) {
    return absolute("/e/" + uuid + rest);
  }

  /** A file of an election. */
  public String file(String uuid, String name) {
    return page(uuid, "/data/" + name);
  }

  /** The whole board in one file. */
  public String bundle(String uuid) {
    return absolute("/board/" + uuid + "/bundle");
  }

  /** The archive in the form of version 1. */
  public String archive(String uuid) {
    return absolute("/board/" + uuid + "/" + uuid + ".bel");
  }

  /** The catalogue of all elections. */
  public String catalogue() {
    return absolute("/data/catalog.jsonld");
  }

  public String absolute(String path) {
    return base.resolve(path).toString();
  }
}
