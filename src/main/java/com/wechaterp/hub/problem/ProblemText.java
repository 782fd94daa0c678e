package com.wechaterp.hub.problem;

/**
 * The sentences of one problem in one language, with {@code {name}} where a fact goes.
 *
 * @param what what happened and where
 * @param why why it matters; may be empty
 * @param remedy what to do
 */
public record ProblemText(String what, String why, String remedy) {}
