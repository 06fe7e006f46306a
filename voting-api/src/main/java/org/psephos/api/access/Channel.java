package org.psephos.api.access;

/** Where a session is good; its token is worth nothing elsewhere. */
public enum Channel {
  /** The HTTP interface, which takes tokens in the {@code Authorization} header. */
  INTERFACE,
  /** Pages, which take them in a cookie. */
  PAGES
}
