package org.psephos.api.access;

/**
 * A place in one election that a link is for.
 *
 * @param owner the trustee's number, 0 for other roles
 */
public record Seat(Role role, int owner) {}
