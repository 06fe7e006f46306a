/**
 * The service's part in the threshold key ceremony: a mailbox that checks what it takes and puts it
 * on the board. It never holds a secret, and the members do not need to believe it.
 *
 * <p>Start with {@link org.psephos.api.ceremony.KeyCeremony}.
 */
package org.psephos.api.ceremony;
