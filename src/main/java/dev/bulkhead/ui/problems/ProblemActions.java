package dev.bulkhead.ui.problems;

import dev.bulkhead.check.Finding;

/** Actions that the list of problems asks of the window. */
public interface ProblemActions {

    /** Selects what a finding is about and shows its place in the files. */
    void goTo(Finding finding);

    /** Does the edit that puts a finding right. */
    void fix(Finding finding);
}
