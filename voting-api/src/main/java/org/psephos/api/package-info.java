/**
 * The service as a program: command line, start and stop.
 *
 * <p>Not here: what it does. Start with {@link org.psephos.api.Server}.
 */
package org.psephos.api;
