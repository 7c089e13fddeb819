package dev.bulkhead.app.home;

import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.slf4j.LoggerFactory;

/**
 * Bridge that sends what libraries log through the JDK the way of all other records; the JDK's own console handler says
 * nothing. Made by the JDK itself, which knows the class by its name.
 *
 * @see LogManager the property {@code java.util.logging.config.class}
 */
public final class JdkLogs {

    // The JDK holds loggers weakly: a filter set on one that nobody holds is gone with it.
    private static final Logger TOOLKIT = Logger.getLogger("javafx");

    /** Takes the place of the JDK's configuration file. */
    public JdkLogs() {
        Logger.getLogger("").addHandler(new Bridge());
        // JavaFX is on the class path by intent: one line starts the application on every system.
        TOOLKIT.setFilter(
                line -> line.getMessage() == null || !line.getMessage().startsWith("Unsupported JavaFX"));
    }

    private static final class Bridge extends Handler {
        @Override
        public void publish(LogRecord line) {
            org.slf4j.Logger logger = LoggerFactory.getLogger(String.valueOf(line.getLoggerName()));
            int level = line.getLevel().intValue();
            if (level >= Level.SEVERE.intValue()) {
                logger.error("{}", line.getMessage(), line.getThrown());
            } else if (level >= Level.WARNING.intValue()) {
                logger.warn("{}", line.getMessage(), line.getThrown());
            } else {
                logger.info("{}", line.getMessage(), line.getThrown());
            }
        }

        @Override
        public void flush() {
            // Nothing is held back.
        }

        @Override
        public void close() {
            // Logback closes its own files.
        }
    }
}
