package dev.bulkhead.migrate.playbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaybookReaderTest {

    private static final String ABOUT = "id: 9\nname: own\ntitle: Our own\nobjective: Try it.\nrisk: low\n";

    private final PlaybookReader reader = new PlaybookReader();

    @Test
    void thePathHasItsEightIterationsInOrder() throws Exception {
        assertThat(reader.readBuiltIn())
                .extracting(playbook -> playbook.id() + " " + playbook.name() + " needs " + playbook.requires())
                .containsExactly(
                        "1 foundation needs []",
                        "2 ports needs [1]",
                        "3 tls needs [2]",
                        "4 authentication needs [1]",
                        "5 secrets needs []",
                        "6 monitoring needs [1]",
                        "7 hardening needs []",
                        "8 retire-legacy needs [1]");
    }

    @Test
    void readsATierWithItsTraits() throws Exception {
        Playbook playbook = reader.read("own.yml", ABOUT + """
                available: false
                tiers:
                  - {id: lab, network: lab-net, purpose: Toys, traits: [internal, guarded], words: [toy]}
                """);

        assertThat(playbook.tiers())
                .containsExactly(new Tier(
                        "lab", "lab-net", "Toys", Set.of(Tier.Trait.INTERNAL, Tier.Trait.GUARDED), List.of("toy")));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            id: 9                                             | own.yml:1:1: name of a playbook is missing.
            `id: 9\nname: a\ntitle: a\nobjective: a\nrisk: extreme` | own.yml:5:7: risk extreme is none of none, low, medium and high.
            `%snmae: a`                                       | own.yml:6:1: a playbook has no nmae; it has version, id, name, title, objective, risk, available, requires, changes, before, tiers, ports, questions, rules, phases, texts.
            `%savailable: true`                               | own.yml:1:1: phases of a playbook that can be carried out are missing.
            `%savailable: yes`                                | own.yml:6:12: available is 'yes'; it has to be true or false.
            `%stiers: [{id: a, network: b, purpose: c, traits: [shiny]}]` | own.yml:6:50: shiny is not a trait of a tier.
            `%sports: {uses: [{port: 99999, use: a, lost: b}]}` | own.yml:6:23: 99999 is not a port; write 1 to 65535.
            `%squestions: [{id: q, title: t, help: h, kind: colour}]` | own.yml:6:46: there is no kind colour of a question; known are tiers, choice, password, range, file, directory, domain, host-name, user-name, mail and line.
            `%squestions: [{id: q, title: t, help: h, kind: range}]` | own.yml:6:13: question q proposes no answer; write proposed.
            `%squestions: [{id: q, title: t, help: h, kind: tiers}]` | own.yml:6:13: a table of tiers needs a proposer; write propose: tiers.
            `%squestions: [{id: q, title: t, help: h, kind: choice, options: [{value: a, label: b, consequence: c}], proposed: z}]` | own.yml:6:113: z is none of the options of q.
            `%sphases: [{title: t, actions: [attach]}]`       | own.yml:6:31: an action is one key with its details below; known are propose, create-network, attach, detach, leave, remove-network, set-subnet, publish, unpublish, set, remove, add, add-service, add-volume, add-secret, add-config, write-file, write-secret and restart.
            `%sphases: [{title: t, actions: [{attach: {network: a}}]}]` | own.yml:6:40: nobody is meant; write service: NAME, or services: with a list of names.
            `%sphases: [{title: t, actions: [{attach: {service: a, net: b}}]}]` | own.yml:6:40: network of attach is missing.
            `%sphases: [{title: t, actions: [{attach: {services: [a, b], network: n, ipv4: 10.0.0.2}}]}]` | own.yml:6:32: an address is for one service; attach each with its own.
            `%sphases: [{title: t, actions: [{leave: {service: a, network: n, why: b}}]}]` | own.yml:6:64: leave has no why; it has service, services, network.
            `%sphases: [{title: t, after: [{must: a b}]}]`    | own.yml:6:36: 'a b' needs one arrow between source and target; write for instance - must: traefik -> jellyfin:8096.
            `%sphases: [{title: t, actions: [{write-file: {file: a, text: b, mode: rw}}]}]` | own.yml:6:69: mode is 'rw'; write three octal digits, for instance 600.
            `%squestions: [{id: q, title: t, help: h, kind: line, proposed: x}]\nphases: [{title: "$${q} ${r}", actions: []}]` | own.yml:7:18: there is no question 'r' whose answer could stand here; known are q, project.
            `%squestions: [{id: q, title: t, help: h, kind: line, proposed: x}]\nphases: [{title: t, when: {r: x}}]` | own.yml:7:28: there is no question 'r' whose answer could stand here; known are q, project.
            `%squestions: [{id: q, title: t, help: h, kind: choice, options: [{value: a, label: b, consequence: c}], proposed: a}]\nphases: [{title: t, when: {q: z}}]` | own.yml:7:31: z is none of the options of q; they are a.
            `version: 2`                                      | own.yml:1:10: version 2 of playbooks is not known to this version of Bulkhead; write 1.
            `id: ../../etc`                                   | own.yml:1:5: id is '../../etc'; it has to be letters, digits, - and _, at most 64 of them.
            `- 1`                                             | own.yml:1:1: a playbook is written as keys with values.
            """)
    void saysInOneSentenceWhereAPlaybookIsWrong(String text, String sentence) {
        assertThatThrownBy(
                        () -> reader.read("own.yml", text.replace("%s", ABOUT).replace("\\n", "\n")))
                .isInstanceOf(PlaybookException.class)
                .hasMessage(sentence);
    }
}
