/**
 * What the registrar prints: a letter with the code for each voter, and the record of what is
 * destroyed afterwards. Made on the registrar's machine from what the board was checked to say.
 *
 * <p>Not here: network, files. Start with {@link org.psephos.tally.letter.Letters}.
 */
package org.psephos.tally.letter;
