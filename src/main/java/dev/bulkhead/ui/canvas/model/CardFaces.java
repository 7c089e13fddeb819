package dev.bulkhead.ui.canvas.model;

import dev.bulkhead.check.Finding;
import dev.bulkhead.layout.CardBox;
import dev.bulkhead.layout.MapGeometry;
import dev.bulkhead.layout.Tint;
import dev.bulkhead.layout.ZoneBox;
import dev.bulkhead.layout.ZoneKeys;
import dev.bulkhead.topology.Attachment;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.Element.GraphElement;
import dev.bulkhead.topology.NetworkMode;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Topology;
import dev.bulkhead.ui.canvas.model.CardFace.Membership;
import dev.bulkhead.ui.words.Words;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Maker of the faces of cards. */
public final class CardFaces {

    private static final String USUAL_ICON = "mdi2c-cube-outline";
    private static final String OTHERS_ICON = "mdi2a-account-group-outline";

    private final MapViewModel model;

    /** Makes faces of what a model shows. */
    public CardFaces(MapViewModel model) {
        this.model = model;
    }

    /** Returns the face of a service's card. */
    public CardFace of(Service service, CardBox card, MapGeometry geometry) {
        Optional<Others> others = model.engineOnlyProperty().get().othersOf(service.key());
        ServiceHints.Hint hint = model.hintsProperty().get().of(service);
        List<Membership> further = service.attachments().stream()
                .map(Attachment::network)
                .filter(network -> !network.equals(card.zone()))
                .map(network -> membership(network, geometry))
                .toList();
        return new CardFace(
                service.key(),
                others.isPresent() ? OTHERS_ICON : hint.icon().orElse(USUAL_ICON),
                membership(card.zone(), geometry),
                further,
                service.ports().stream().map(PortBadge::of).distinct().toList(),
                others.map(Others::note).orElseGet(() -> note(service)),
                owner(service),
                onlyInternal(service),
                !service.profiles().isEmpty(),
                !geometry.frames().isEmpty()
                        && model.columnsProperty().get().of(service.key()).isPresent(),
                state(service.key()));
    }

    /** Returns how a service is. */
    CardState state(String service) {
        Optional<Others> others = model.engineOnlyProperty().get().othersOf(service);
        Element.ServiceElement element = new Element.ServiceElement(service);
        return new CardState(
                others.map(CardFaces::running)
                        .orElseGet(() -> model.live().getOrDefault(service, ServiceState.UNKNOWN)),
                difference(element),
                problems(element),
                others.isPresent() || model.engineOnlyProperty().get().has(element)
                        ? CommonState.NONE
                        : model.commonProperty().get());
    }

    /** Returns how the engine is not what the files say of an element. */
    public Difference difference(GraphElement element) {
        return model.differences().getOrDefault(element, Difference.NONE);
    }

    /** Returns the findings about an element, worst first. */
    public List<Finding> problems(GraphElement element) {
        return model.problems().getOrDefault(element, List.of()).stream()
                .sorted(Comparator.comparing(Finding::severity))
                .toList();
    }

    private static ServiceState running(Others others) {
        return new ServiceState(
                ServiceState.Health.RUNNING,
                Words.of("cardfaces.running-outside-this-project", String.join(", ", others.lines())));
    }

    private static Membership membership(String network, MapGeometry geometry) {
        ZoneBox zone = geometry.zones().get(network);
        return new Membership(network, ZoneKeys.title(network), zone == null ? Tint.OUTSIDE : zone.tint());
    }

    private static Optional<String> owner(Service service) {
        return service.networkMode() instanceof NetworkMode.OfService(String owner)
                ? Optional.of(owner)
                : Optional.empty();
    }

    private static String note(Service service) {
        return owner(service)
                .map(owner -> Words.of("cardfaces.in-s-network", owner))
                .or(() -> service.container().image().map(CardFaces::shortImage))
                .orElse(Words.of("cardfaces.built-here"));
    }

    /** Returns the last part of an image reference, without a digest. */
    private static String shortImage(String image) {
        String name = image.substring(image.lastIndexOf('/') + 1);
        int digest = name.indexOf('@');
        return (digest < 0 ? name : name.substring(0, digest)).toLowerCase(Locale.ROOT);
    }

    private boolean onlyInternal(Service service) {
        Topology topology = model.topologyProperty().get();
        return !service.attachments().isEmpty()
                && service.attachments().stream()
                        .allMatch(a -> topology.network(a.network())
                                .map(model::internal)
                                .orElse(false));
    }
}
