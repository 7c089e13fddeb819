package dev.bulkhead.app.home;

import dev.bulkhead.ui.live.EngineChoice;
import dev.bulkhead.ui.shell.context.Preferences;
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
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.value.ObservableValue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Choices of the operator, kept in one small file. */
public final class Settings implements RecentProjects {

    private static final Logger LOG = LoggerFactory.getLogger(Settings.class);
    private static final int KEPT = 8;
    private static final String THEME = "theme";
    private static final String SCALE = "scale";
    private static final String COMPACT = "compact";
    private static final String STILL = "still";
    private static final String ENGINE = "engine";
    private static final String RECENT = "recent.";
    private static final String NAME = ".name";

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

    /** Returns what was preferred; each change of it is remembered. */
    public Preferences preferences() {
        Preferences preferences = Preferences.of(ThemeChoice.parse(values.getProperty(THEME, "")));
        preferences.scale().set(Math.clamp(scale(), Preferences.LEAST, Preferences.MOST));
        preferences.compact().set(Boolean.parseBoolean(values.getProperty(COMPACT)));
        preferences.still().set(Boolean.parseBoolean(values.getProperty(STILL)));
        preferences.engine().set(engine(values.getProperty(ENGINE, "")));
        keep(preferences.theme(), THEME, ThemeChoice::text);
        keep(preferences.scale(), SCALE, String::valueOf);
        keep(preferences.compact(), COMPACT, String::valueOf);
        keep(preferences.still(), STILL, String::valueOf);
        keep(preferences.engine(), ENGINE, Settings::text);
        return preferences;
    }

    private double scale() {
        try {
            return Double.parseDouble(values.getProperty(SCALE, "1"));
        } catch (NumberFormatException damaged) {
            return Preferences.LEAST;
        }
    }

    private <T> void keep(ObservableValue<T> value, String key, Function<? super T, String> text) {
        value.addListener((property, old, now) -> {
            values.setProperty(key, text.apply(now));
            save();
        });
    }

    private static EngineChoice engine(String text) {
        return switch (text) {
            case "" -> new EngineChoice.Standard();
            case "practice" -> new EngineChoice.Practice();
            case "offline" -> new EngineChoice.Offline();
            default -> EngineChoice.of(text);
        };
    }

    private static String text(EngineChoice choice) {
        return switch (choice) {
            case EngineChoice.Standard() -> "";
            case EngineChoice.Practice() -> "practice";
            case EngineChoice.Offline() -> "offline";
            case EngineChoice.Address(String url) -> url;
            case EngineChoice.Hosts(List<EngineChoice.Named> hosts) ->
                hosts.stream().map(EngineChoice.Named::address).collect(Collectors.joining(" "));
        };
    }

    @Override
    public List<Recent> projects() {
        List<Recent> projects = new ArrayList<>();
        for (int i = 0; i < KEPT; i++) {
            String value = values.getProperty(RECENT + i);
            if (value != null) {
                Path path = Path.of(value);
                String folder = String.valueOf(path.getFileName());
                projects.add(new Recent(path, values.getProperty(RECENT + i + NAME, folder)));
            }
        }
        return projects;
    }

    @Override
    public void opened(Recent project) {
        Recent newest = new Recent(project.path().toAbsolutePath().normalize(), project.name());
        List<Recent> projects = new ArrayList<>(projects());
        projects.removeIf(known -> known.path().equals(newest.path()));
        projects.addFirst(newest);
        for (int i = 0; i < Math.min(KEPT, projects.size()); i++) {
            values.setProperty(RECENT + i, projects.get(i).path().toString());
            values.setProperty(RECENT + i + NAME, projects.get(i).name());
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
