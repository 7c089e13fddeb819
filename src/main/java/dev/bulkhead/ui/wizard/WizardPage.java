package dev.bulkhead.ui.wizard;

import dev.bulkhead.ui.words.Words;

/** Page of an iteration; the first six are in order, the way back can follow any of them. */
public enum WizardPage {
    PREFLIGHT(Words.of("wizardpage.preflight"), Words.of("wizardpage.what-must-hold-before-anything")),
    QUESTIONS(Words.of("wizardpage.questions"), Words.of("wizardpage.what-only-you-know")),
    REVIEW(Words.of("wizardpage.review"), Words.of("wizardpage.what-would-happen-and-the")),
    APPLY(Words.of("wizardpage.apply"), Words.of("wizardpage.one-operation-after-the-other")),
    VERIFY(Words.of("wizardpage.verify"), Words.of("wizardpage.what-was-run-and-what")),
    REPORT(Words.of("wizardpage.report"), Words.of("wizardpage.what-was-done-and-measured")),
    WAY_BACK(Words.of("wizardpage.way-back"), Words.of("wizardpage.what-is-put-back-and"));

    private final String title;
    private final String subtitle;

    WizardPage(String title, String subtitle) {
        this.title = title;
        this.subtitle = subtitle;
    }

    /** Returns its name. */
    public String title() {
        return title;
    }

    /** Returns what it is for, in a few words. */
    public String subtitle() {
        return subtitle;
    }
}
