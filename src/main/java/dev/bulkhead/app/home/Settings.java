package dev.bulkhead.app.home;

import dev.bulkhead.ui.shell.context.RecentProjects;
import dev.bulkhead.ui.theme.ThemeChoice;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Choices of the operator, kept in one small file. */
public final class Settings implements RecentProjects {

    private static final Logger LOG = LoggerFactory.getLogger(Settings.class);
    private static final int KEPT = 8;
    private static final String THEME = "theme";
    private static final String RECENT = "recent.";

    private final Path file;
    private final Properties values = new Properties();

    /** Reads the choices of a user; none are made up, and a broken file counts as none. */
    public Settings(UserDirectories directories) {
        file = directories.config().resolve("settings.properties");
        try (Reader reader = Files.newBufferedReader(file)) {
            values.load(reader);
        } catch (NoSuchFileException none) {
            LOG.debug("No settings yet.");
        } catch (IOException | IllegalArgumentException e) {
            LOG.warn("The settings in {} cannot be read: {}", file, e.getMessage());
        }
    }

    /** Returns the look that was chosen. */
    public ThemeChoice theme() {
        return ThemeChoice.parse(values.getProperty(THEME, ""));
    }

    /** Remembers the look. */
    public void theme(ThemeChoice choice) {
        values.setProperty(THEME, choice.text());
        save();
    }

    @Override
    public List<Path> paths() {
        List<Path> paths = new ArrayList<>();
        for (int i = 0; i < KEPT; i++) {
            String value = values.getProperty(RECENT + i);
            if (value != null) {
                paths.add(Path.of(value));
            }
        }
        return paths;
    }

    @Override
    public void opened(Path path) {
        List<Path> paths = new ArrayList<>(paths());
        Path newest = path.toAbsolutePath().normalize();
        paths.remove(newest);
        paths.addFirst(newest);
        for (int i = 0; i < Math.min(KEPT, paths.size()); i++) {
            values.setProperty(RECENT + i, paths.get(i).toString());
        }
        save();
    }

    private void save() {
        try {
            Files.createDirectories(file.getParent());
            try (Writer writer = Files.newBufferedWriter(file)) {
                values.store(writer, "Bulkhead");
            }
        } catch (IOException e) {
            LOG.warn("The settings cannot be kept in {}: {}", file, e.getMessage());
        }
    }
}
