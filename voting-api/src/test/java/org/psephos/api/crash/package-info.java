/**
 * The packaged service, killed while people vote.
 *
 * <p>Not here: anything inside the service's own process. Start with {@link
 * org.psephos.api.crash.KillIT}.
 */
package org.psephos.api.crash;
