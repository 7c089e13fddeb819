package dev.bulkhead.cli.options;

import dev.bulkhead.cli.command.CliContext;
import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.engine.EngineInfo;
import dev.bulkhead.reach.rules.Rules;
import dev.bulkhead.reach.setting.StatedHost;
import dev.bulkhead.workspace.RulesFile;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Names that a project's rules file gives hosts, as words of {@code --engine} mean them. */
final class StatedHosts {

    /** No host has a name. */
    static final StatedHosts NONE = new StatedHosts(List.of(), Optional.empty());

    private final List<StatedHost> hosts;
    private final Optional<ComposeException> unreadable;

    private StatedHosts(List<StatedHost> hosts, Optional<ComposeException> unreadable) {
        this.hosts = hosts;
        this.unreadable = unreadable;
    }

    /** Reads them; a file that cannot be read is a fault as soon as a name is needed, and told by the checks before. */
    static StatedHosts of(CliContext context, ComposeProject project) {
        try {
            return new StatedHosts(
                    RulesFile.read(context.files(), project, Optional.empty()).hosts(), Optional.empty());
        } catch (ComposeException fault) {
            return new StatedHosts(List.of(), Optional.of(fault));
        }
    }

    /**
     * Returns the address that a word of the option means.
     *
     * @throws ComposeException if it is a name, and nobody gives it
     */
    String address(String word) throws ComposeException {
        if (word.contains("://") || word.equals(EngineInfo.PRACTICE)) {
            return word;
        }
        Optional<String> address = hosts.stream()
                .filter(host -> host.name().equals(word))
                .map(StatedHost::address)
                .findFirst();
        if (address.isEmpty() && unreadable.isPresent()) {
            throw unreadable.get();
        }
        return address.orElseThrow(() -> new ComposeException("--engine " + word
                + " is no address, and no name of a host that " + Rules.FILE + " gives; "
                + (hosts.isEmpty()
                        ? "write it below hosts: there, or write an address such as ssh://user@host."
                        : "those it gives are "
                                + hosts.stream().map(StatedHost::name).collect(Collectors.joining(", ")) + ".")));
    }

    /** Returns words of the option in the order in which the hosts are listed. */
    List<String> inOrder(List<String> words) throws ComposeException {
        List<String> names = hosts.stream().map(StatedHost::name).toList();
        Map<String, Integer> places = new HashMap<>();
        for (String word : words) {
            places.put(word, names.indexOf(name(address(word))));
        }
        return words.stream().sorted(Comparator.comparing(places::get)).toList();
    }

    /** Returns what a host is called whose engine has an address: by the operator, else as the address without a password. */
    String name(String address) {
        return hosts.stream()
                .filter(host -> host.address().equals(address))
                .map(StatedHost::name)
                .findFirst()
                .orElseGet(() -> address.replaceFirst("(?<=//)([^@/:]*):[^@/]*@", "$1:***@"));
    }
}
