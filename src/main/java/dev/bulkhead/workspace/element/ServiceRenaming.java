package dev.bulkhead.workspace.element;

import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.reach.names.NamedHosts;
import dev.bulkhead.reach.rules.Rules;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Topology;
import dev.bulkhead.topology.edit.FieldEdit;
import dev.bulkhead.topology.edit.FieldValue;
import dev.bulkhead.topology.edit.FileEdit;
import dev.bulkhead.topology.edit.ProjectEdit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Change that gives a service another name everywhere: in the Compose files, in the rules, and where labels and variables of
 * the project name it as a host.
 *
 * @param edit the change, all of it one step
 * @param left a sentence for each thing that still names the old one
 */
public record ServiceRenaming(ProjectEdit edit, List<String> left) {

    public ServiceRenaming {
        left = List.copyOf(left);
    }

    /**
     * Returns the change for a project.
     *
     * @param rules the text of its rules; empty where there is none
     */
    public static ServiceRenaming of(Topology topology, Optional<String> rules, String old, String fresh) {
        List<ProjectEdit> edits = new ArrayList<>();
        Set<String> left = new LinkedHashSet<>();
        edits.add(new FieldEdit.RenameService(Element.service(old), fresh));
        for (Service service : topology.services().values()) {
            Element.ServiceElement holder = Element.service(service.key().equals(old) ? fresh : service.key());
            Map<String, String> labels = service.container().labels();
            Map<String, String> variables = service.container().environment();
            follow(holder, "labels", labels, old, fresh, edits);
            follow(holder, "environment", variables, old, fresh, edits);
            List<String> words = new ArrayList<>(service.container().command());
            words.addAll(service.container().contacts().entrypoint());
            if (NamedHosts.inCommand("command", " " + String.join(" ", words)).stream()
                    .anyMatch(named -> named.host().equals(old))) {
                left.add("Left as it is: the command of service " + holder.key() + " still names " + old + ".");
            }
        }
        if (rules.isPresent()) {
            try {
                String followed = RenamedInRules.service(rules.get(), old, fresh);
                if (!followed.equals(rules.get())) {
                    edits.add(new FileEdit.WriteFile(Rules.FILE, followed));
                }
            } catch (ComposeException unreadable) {
                left.add("Left as it is: " + Rules.FILE + " cannot be read, so it may still name " + old + ".");
            }
        }
        return new ServiceRenaming(
                new ProjectEdit.Series("rename service " + old + " to " + fresh, edits), List.copyOf(left));
    }

    private static void follow(
            Element.ServiceElement holder,
            String field,
            Map<String, String> settings,
            String old,
            String fresh,
            List<ProjectEdit> edits) {
        Pattern host = Pattern.compile("(?<![\\w.-])" + Pattern.quote(old) + "(?![\\w.-])");
        NamedHosts.in(settings).stream()
                .filter(named -> named.host().equals(old))
                .map(NamedHosts.Named::where)
                .distinct()
                .forEach(name -> {
                    String value = settings.getOrDefault(name, "");
                    String followed = renamed(host, value, fresh);
                    if (!followed.equals(value)) {
                        edits.add(new FieldEdit.SetField(holder.field(field, name), FieldValue.text(followed)));
                    }
                });
    }

    /** Only where a host can stand: not as the user, the path or the database of an address. */
    private static String renamed(Pattern host, String value, String fresh) {
        if (!value.contains("://")) {
            return host.matcher(value).replaceAll(Matcher.quoteReplacement(fresh));
        }
        Pattern inAddress = Pattern.compile("(?<=://)(?<user>[^/@\\s]*@)?" + host.pattern());
        return inAddress
                .matcher(value)
                .replaceAll(found ->
                        Matcher.quoteReplacement((found.group("user") == null ? "" : found.group("user")) + fresh));
    }
}
