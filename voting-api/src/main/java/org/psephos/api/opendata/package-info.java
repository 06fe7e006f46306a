/**
 * Published facts as files that other programs read: pure functions from a {@link
 * org.psephos.api.election.PublishedResult} to bytes, the same bytes every time. Not here: anything
 * that is not on the board, partial figures, and HTTP. Start with {@link
 * org.psephos.api.opendata.ResultFiles}; docs/api/open-data.md describes every member and column.
 */
package org.psephos.api.opendata;
