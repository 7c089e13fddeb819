package dev.bulkhead.reach.rules;

import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.yaml.MappingEntry;
import dev.bulkhead.compose.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;

/** Reader of {@code checks}. Which checks and levels there are is not known here: what nobody knows becomes a finding. */
final class CheckSettingReader {

    private CheckSettingReader() {}

    static List<CheckSetting> read(YamlNode node) throws ComposeException {
        String right = "write each check as NAME: LEVEL, for instance image-tag: off";
        List<CheckSetting> settings = new ArrayList<>();
        for (MappingEntry entry : RulesReader.mapping(node, "checks", right).entries()) {
            String level = RulesReader.text(entry.value(), "a level", right).strip();
            settings.add(new CheckSetting(
                    entry.name(), level, entry.key().mark(), entry.value().mark()));
        }
        return settings;
    }
}
