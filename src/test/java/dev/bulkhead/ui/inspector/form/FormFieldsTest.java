package dev.bulkhead.ui.inspector.form;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.compose.patch.TextChange;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.PortMapping;
import dev.bulkhead.topology.Protocol;
import dev.bulkhead.topology.Topology;
import dev.bulkhead.topology.edit.ProjectEdit;
import dev.bulkhead.ui.model.Consideration;
import dev.bulkhead.ui.model.OpenProject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fields of the inspector, without a toolkit: what is typed, what is said of it, and what then stands in the file. */
class FormFieldsTest {

    @TempDir
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private OpenProject open;

    private final List<ProjectEdit> done = new ArrayList<>();
    private final FormActions actions = new FormActions() {
        @Override
        public boolean apply(ProjectEdit edit) {
            done.add(edit);
            return open.model().apply(edit);
        }

        @Override
        public void consider(ProjectEdit edit, Consumer<Consideration> answer) {
            open.model().consider(edit, answer);
        }
    };

    @BeforeEach
    void open() throws Exception {
        open = new OpenProject(folder);
    }

    @Test
    void anOverlapIsForbiddenInTheWordsOfTheChecksWhileItIsTyped() {
        FieldModel subnet = new FieldModel(text(network("back"), "subnet"), actions);
        subnet.typed("10.20.0.0/25");

        assertThat(subnet.toldProperty().get().forbids()).isTrue();
        assertThat(subnet.toldProperty().get().sentence())
                .contains("10.20.0.0/25")
                .contains("10.20.0.0/24");
        subnet.commit();
        assertThat(done).isEmpty();

        subnet.typed("10.20.");
        assertThat(subnet.toldProperty().get().sentence()).startsWith("A subnet looks like");

        subnet.typed("10.20.1.0/24");
        assertThat(subnet.toldProperty().get().forbids()).isFalse();
        subnet.commit();
        assertThat(done).hasSize(1);
        assertThat(file()).contains("- subnet: 10.20.1.0/24");
    }

    @Test
    void oneCommitIsOneUndoAndASecondOneIsNone() {
        FieldModel subnet = new FieldModel(text(network("front"), "subnet"), actions);
        subnet.typed("10.30.0.0/24");
        subnet.commit();
        subnet.commit();
        assertThat(done).hasSize(1);

        open.model().undo();
        assertThat(open.model().changes()).isEmpty();
    }

    @Test
    void gatewayRangeAndAFurtherSubnetAreWrittenAndTakenAway() {
        commit(network("front"), "gateway", "10.20.0.254");
        commit(network("front"), "range", "10.20.0.128/25");
        assertThat(file()).contains("gateway: 10.20.0.254").contains("ip_range: 10.20.0.128/25");

        commit(network("front"), "gateway", "10.20.0.253");
        assertThat(file()).contains("gateway: 10.20.0.253").doesNotContain("10.20.0.254");

        commit(network("front"), "further-subnet", "fd00:20::/64");
        assertThat(file()).contains("subnet: fd00:20::/64").contains("subnet: 10.20.0.0/24");

        commit(network("front"), "gateway", "");
        commit(network("front"), "range", "");
        assertThat(file()).doesNotContain("gateway").doesNotContain("ip_range");
    }

    @Test
    void aGatewayOutsideItsSubnetIsForbidden() {
        FieldModel gateway = new FieldModel(text(network("front"), "gateway"), actions);
        gateway.typed("10.99.0.1");

        assertThat(gateway.toldProperty().get().forbids()).isTrue();
        assertThat(gateway.toldProperty().get().sentence()).contains("10.99.0.1");
    }

    @Test
    void switchesDriverOptionsAndLabelsAreFieldsToo() {
        flip(network("back"), "internal", true);
        flip(network("back"), "attachable", true);
        flip(network("back"), "ipv6", true);
        commit(network("back"), "options", "com.docker.network.bridge.name=br-back");
        commit(network("back"), "labels", "team=shop\nsite=north");
        assertThat(file())
                .contains("internal: true")
                .contains("attachable: true")
                .contains("enable_ipv6: true")
                .contains("com.docker.network.bridge.name: br-back")
                .contains("team: shop")
                .contains("site: north");

        commit(network("back"), "labels", "team=shop");
        flip(network("back"), "attachable", false);
        assertThat(file()).contains("team: shop").doesNotContain("site").doesNotContain("attachable");
        assertThat(Entries.draft(Element.network("back").field("labels"), "", Map.of(), "no sign"))
                .isInstanceOf(FieldDraft.Wrong.class);
    }

    @Test
    void aMembershipTakesAddressAliasesAndPriority() {
        List<FormItem> web = membership("web", "front");
        FormItem.Text address = text(web, "ipv4-front");
        assertThat(address.suggestion()).contains("10.20.0.254");

        commit(web, "ipv4-front", address.suggestion().orElseThrow());
        commit(membership("web", "front"), "aliases-front", "shop, www");
        commit(membership("web", "front"), "priority-front", "100");
        commit(membership("web", "front"), "join-priority-front", "7");
        assertThat(topology().service("web").orElseThrow().attachment("front")).hasValueSatisfying(stated -> {
            assertThat(stated.ipv4()).contains("10.20.0.254");
            assertThat(stated.aliases()).containsExactly("shop", "www");
            assertThat(stated.gwPriority()).isEqualTo(100);
            assertThat(stated.priority()).isEqualTo(7);
        });

        commit(membership("web", "front"), "aliases-front", "");
        commit(membership("web", "front"), "priority-front", "");
        commit(membership("web", "front"), "join-priority-front", "");
        assertThat(file()).doesNotContain("aliases").doesNotContain("priority");
    }

    @Test
    void anAddressThatSomebodyHasIsForbidden() {
        commit(membership("web", "front"), "ipv4-front", "10.20.0.9");
        FieldModel other = new FieldModel(text(membership("app", "front"), "ipv4-front"), actions);
        other.typed("10.20.0.9");

        assertThat(other.toldProperty().get().forbids()).isTrue();
        assertThat(other.toldProperty().get().sentence()).contains("10.20.0.9");
    }

    @Test
    void networkModeHostNameAndExtraHosts() {
        commit(service("web"), "hostname", "shop");
        commit(service("web"), "extra-hosts", "nas=192.168.1.5");
        assertThat(file()).contains("hostname: shop").contains("nas=192.168.1.5");

        // Whoever shares another's network has no name and no hosts file of its own.
        commit(service("web"), "hostname", "");
        commit(service("web"), "extra-hosts", "");
        choose(service("web"), "network-mode", "service:app");
        assertThat(topology().service("web").orElseThrow().networkMode().text()).contains("service:app");
        choose(service("web"), "network-mode", "joins networks");
        assertThat(topology().service("web").orElseThrow().networkMode().text()).isEmpty();
    }

    @Test
    void aPortInItsLongForm() {
        PortDraft typed = new PortDraft("127.0.0.1", "8080", "80", Protocol.TCP, "host");
        assertThat(new PortDraft("here", "8080", "80", Protocol.TCP, "host").draft("web", Optional.empty()))
                .isInstanceOf(FieldDraft.Wrong.class);
        assertThat(new PortDraft("", "8080", "", Protocol.TCP, "host").draft("web", Optional.empty()))
                .isInstanceOf(FieldDraft.Wrong.class);
        assertThat(typed.draft("web", Optional.empty()))
                .isInstanceOfSatisfying(FieldDraft.Change.class, change -> actions.apply(change.edit()));
        PortMapping port = topology().service("web").orElseThrow().ports().getFirst();
        assertThat(PortDraft.of(port)).isEqualTo(typed);
        assertThat(typed.draft("web", Optional.of(port))).isEqualTo(new FieldDraft.Same());

        PortDraft changed = new PortDraft("", "8443", "80", Protocol.TCP, PortMapping.INGRESS);
        assertThat(changed.draft("web", Optional.of(port)))
                .isInstanceOfSatisfying(FieldDraft.Change.class, change -> actions.apply(change.edit()));
        assertThat(topology().service("web").orElseThrow().ports())
                .containsExactly(PortMapping.of(8443, 80, Protocol.TCP));
        open.model().undo();
        assertThat(topology().service("web").orElseThrow().ports()).containsExactly(port);
    }

    @Test
    void severalNetworksAreSwitchedByOneEdit() {
        List<FormItem> both = NetworkItems.of(List.copyOf(topology().networks().values()));
        assertThat(((FormItem.Switch) item(both, "internal")).on()).contains(false);
        flip(both, "internal", true);

        assertThat(topology().networks().values()).allMatch(network -> network.internal());
        open.model().undo();
        assertThat(topology().networks().values()).noneMatch(network -> network.internal());
    }

    private List<FormItem> network(String key) {
        return NetworkItems.of(topology(), topology().network(key).orElseThrow(), Optional.empty());
    }

    private List<FormItem> membership(String service, String network) {
        return MembershipItems.of(
                topology(),
                service,
                topology().service(service).orElseThrow().attachment(network).orElseThrow());
    }

    private List<FormItem> service(String key) {
        Predicate<Element> stated = element -> open.model()
                .projectProperty()
                .get()
                .orElseThrow()
                .sources()
                .of(element)
                .isPresent();
        return ServiceFields.of(topology(), topology().service(key).orElseThrow(), stated);
    }

    private void commit(List<FormItem> form, String id, String typed) {
        FieldModel field = new FieldModel(text(form, id), actions);
        field.typed(typed);
        assertThat(field.toldProperty().get().forbids())
                .as("%s: %s", id, field.toldProperty().get().sentence())
                .isFalse();
        field.commit();
    }

    private void flip(List<FormItem> form, String id, boolean on) {
        actions.apply(((FormItem.Switch) item(form, id)).edit().orElseThrow().apply(on));
    }

    private void choose(List<FormItem> form, String id, String option) {
        FormItem.Choice choice = (FormItem.Choice) item(form, id);
        assertThat(choice.options()).contains(option);
        actions.apply(choice.edit().apply(option));
        assertThat(open.told()).isEmpty();
    }

    private static FormItem.Text text(List<FormItem> form, String id) {
        return (FormItem.Text) item(form, id);
    }

    private static FormItem item(List<FormItem> form, String id) {
        return form.stream()
                .filter(item -> switch (item) {
                    case FormItem.Text text -> text.id().equals(id);
                    case FormItem.Switch toggle -> toggle.id().equals(id);
                    case FormItem.Choice choice -> choice.id().equals(id);
                    case FormItem.Fixed _ -> false;
                })
                .findFirst()
                .orElseThrow();
    }

    private Topology topology() {
        return open.model().topologyProperty().get();
    }

    private String file() {
        assertThat(open.told()).isEmpty();
        return open.model().changes().stream()
                .findFirst()
                .flatMap(TextChange::after)
                .orElse(OpenProject.TEXT);
    }
}
