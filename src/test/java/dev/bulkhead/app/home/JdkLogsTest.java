package dev.bulkhead.app.home;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class JdkLogsTest {

    private static final String LIBRARY = "some.library";

    private final java.util.logging.Logger all = java.util.logging.Logger.getLogger("");
    private final java.util.logging.Handler[] before = all.getHandlers();
    private final ListAppender<ILoggingEvent> heard = new ListAppender<>();

    @BeforeEach
    void listen() {
        heard.start();
        ((Logger) LoggerFactory.getLogger(LIBRARY)).addAppender(heard);
        new JdkLogs();
    }

    @AfterEach
    void leaveAsFound() {
        ((Logger) LoggerFactory.getLogger(LIBRARY)).detachAppender(heard);
        for (java.util.logging.Handler handler : all.getHandlers()) {
            all.removeHandler(handler);
        }
        for (java.util.logging.Handler handler : before) {
            all.addHandler(handler);
        }
    }

    @Test
    void whatALibraryLogsThroughTheJdkComesToTheLog() {
        java.util.logging.Logger.getLogger(LIBRARY).warning("a disk is full");

        assertThat(heard.list)
                .extracting(line -> line.getLevel() + " " + line.getFormattedMessage())
                .containsExactly("WARN a disk is full");
    }

    @Test
    void theToolkitMayStandOnTheClassPath() {
        java.util.logging.Logger toolkit = java.util.logging.Logger.getLogger("javafx");

        assertThat(toolkit.getFilter()
                        .isLoggable(new java.util.logging.LogRecord(
                                java.util.logging.Level.WARNING,
                                "Unsupported JavaFX configuration: classes were loaded")))
                .isFalse();
        assertThat(toolkit.getFilter()
                        .isLoggable(
                                new java.util.logging.LogRecord(java.util.logging.Level.WARNING, "A font is missing")))
                .isTrue();
    }
}
