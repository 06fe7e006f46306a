/**
 * Talks to the service over HTTP as any client may; it holds no key and makes no ballot.
 *
 * <p>Not here: secrets other than bearer tokens, commands. Start with {@link
 * org.psephos.tally.client.ServiceClient}.
 */
package org.psephos.tally.client;
