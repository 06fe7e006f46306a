/**
 * The demonstration: a whole election on this machine, every role a process of its own that talks
 * HTTP to a real service.
 *
 * <p>Not here: any cryptography; the roles' own commands do that. Start with {@link
 * org.psephos.tally.demo.Demonstration}.
 */
package org.psephos.tally.demo;
