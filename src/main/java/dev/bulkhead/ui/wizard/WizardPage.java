package dev.bulkhead.ui.wizard;

/** Page of an iteration; the first six are in order, the way back can follow any of them. */
public enum WizardPage {
    PREFLIGHT("Preflight", "What must hold before anything is touched"),
    QUESTIONS("Questions", "What only you know"),
    REVIEW("Review", "What would happen, and the way back"),
    APPLY("Apply", "One operation after the other"),
    VERIFY("Verify", "What was run, and what was seen"),
    REPORT("Report", "What was done and measured"),
    WAY_BACK("Way back", "What is put back, and how far that is");

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
