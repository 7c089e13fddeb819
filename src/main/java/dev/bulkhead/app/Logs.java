package dev.bulkhead.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.filter.ThresholdFilter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.util.FileSize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Handler;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends everything to a file of limited size, and warnings to the console too. */
final class Logs {

    // Read by a library at its start; held here so that the setting is not collected with the logger.
    private static final java.util.logging.Logger TOOLKIT = java.util.logging.Logger.getLogger("javafx");

    private Logs() {}

    /** Returns the file that the log of a user goes to. */
    static Path file(UserDirectories directories) {
        return directories.state().resolve("logs").resolve("bulkhead.log");
    }

    /** Starts logging; a directory that cannot be written leaves only the console. */
    static void start(UserDirectories directories) {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.reset();
        ch.qos.logback.classic.Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.INFO);
        root.addAppender(console(context));
        Path file = file(directories);
        try {
            Files.createDirectories(file.getParent());
            root.addAppender(file(context, file));
        } catch (IOException e) {
            LoggerFactory.getLogger(Logs.class)
                    .warn("There is no log file: {} cannot be made ({}).", file.getParent(), e.getMessage());
        }
        // Libraries that use the JDK's logging go the same way; the JDK's own console handler says nothing.
        LogManager.getLogManager().reset();
        java.util.logging.Logger.getLogger("").addHandler(new Bridge());
        // JavaFX is on the class path by intent: one line starts the application on every system.
        TOOLKIT.setFilter(
                line -> line.getMessage() == null || !line.getMessage().startsWith("Unsupported JavaFX"));
    }

    private static ConsoleAppender<ILoggingEvent> console(LoggerContext context) {
        ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
        appender.setContext(context);
        appender.setTarget("System.err");
        appender.setEncoder(encoder(context, "bulkhead: %msg%n%nopex"));
        ThresholdFilter warnings = new ThresholdFilter();
        warnings.setLevel("WARN");
        warnings.start();
        appender.addFilter(warnings);
        appender.start();
        return appender;
    }

    private static RollingFileAppender<ILoggingEvent> file(LoggerContext context, Path file) {
        RollingFileAppender<ILoggingEvent> appender = new RollingFileAppender<>();
        appender.setContext(context);
        appender.setFile(file.toString());
        appender.setEncoder(encoder(context, "%d{yyyy-MM-dd HH:mm:ss.SSS} %-5level [%thread] %logger{30}: %msg%n%ex"));
        FixedWindowRollingPolicy window = new FixedWindowRollingPolicy();
        window.setContext(context);
        window.setParent(appender);
        window.setFileNamePattern(file + ".%i");
        window.setMinIndex(1);
        window.setMaxIndex(4);
        window.start();
        SizeBasedTriggeringPolicy<ILoggingEvent> size = new SizeBasedTriggeringPolicy<>();
        size.setContext(context);
        size.setMaxFileSize(FileSize.valueOf("2MB"));
        size.start();
        appender.setRollingPolicy(window);
        appender.setTriggeringPolicy(size);
        appender.start();
        return appender;
    }

    private static PatternLayoutEncoder encoder(LoggerContext context, String pattern) {
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern(pattern);
        encoder.start();
        return encoder;
    }

    /** Hands records of the JDK's logging on. */
    private static final class Bridge extends Handler {
        @Override
        public void publish(LogRecord line) {
            Logger logger = LoggerFactory.getLogger(String.valueOf(line.getLoggerName()));
            int level = line.getLevel().intValue();
            if (level >= java.util.logging.Level.SEVERE.intValue()) {
                logger.error("{}", line.getMessage(), line.getThrown());
            } else if (level >= java.util.logging.Level.WARNING.intValue()) {
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
