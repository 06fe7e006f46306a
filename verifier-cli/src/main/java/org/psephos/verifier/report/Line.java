package org.psephos.verifier.report;

/** One check and what it found. */
public record Line(CheckId check, Finding finding) {}
