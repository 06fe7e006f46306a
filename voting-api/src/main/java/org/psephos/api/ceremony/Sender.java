package org.psephos.api.ceremony;

import org.psephos.api.access.Caller;

/**
 * Who sends something to the key ceremony, and to which part of it.
 *
 * @param election its uuid
 * @param attempt from 1
 */
public record Sender(String election, Caller trustee, int attempt) {}
