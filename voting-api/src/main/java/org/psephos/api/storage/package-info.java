/**
 * Where the service keeps what it must not lose: the data directory, and PostgreSQL with its three
 * logins, embedded or external.
 *
 * <p>Not here: what is stored. Start with {@link org.psephos.api.storage.EmbeddedDatabase}.
 */
package org.psephos.api.storage;
