package dev.bulkhead.migrate.iteration.hardening;

import dev.bulkhead.catalogue.ImageReference;
import dev.bulkhead.topology.edit.FieldValue;
import java.util.List;
import java.util.Optional;

/** A digest names an image for good: the next pull or restart elsewhere gets exactly the one that runs now, whatever its tag means by then. */
final class PinMeasure implements Measure {

    @Override
    public String id() {
        return "pin";
    }

    @Override
    public String title() {
        return "Whose image stays what it is now?";
    }

    @Override
    public String help() {
        return "A digest names an image for good: the next pull or restart elsewhere gets exactly the one that runs now, whatever its tag means by then.";
    }

    @Override
    public String label() {
        return "Pin what runs now";
    }

    @Override
    public Outcome of(ServiceFacts facts) {
        Optional<ImageReference> image = facts.container().image().flatMap(ImageReference::parse);
        if (image.isEmpty() || facts.container().built()) {
            return new Outcome.Withheld("its image is built here, and no registry knows it");
        }
        if (image.get().pinned()) {
            return new Outcome.Held();
        }
        Optional<String> digest = facts.sight().stream()
                .flatMap(sight -> sight.look().digests().stream())
                .filter(reference -> ImageReference.parse(reference)
                        .filter(known -> known.repository().equals(image.get().repository()))
                        .isPresent())
                .map(reference -> reference.substring(reference.indexOf('@')))
                .findFirst();
        if (digest.isEmpty()) {
            return new Outcome.Withheld(
                    facts.sight().isEmpty()
                            ? "it does not run"
                            : "the engine knows no digest of a registry for its image, which came another way");
        }
        boolean moves = image.get().tag().map("latest"::equals).orElse(true);
        return new Outcome.Offered(
                moves
                        ? "Its tag is another image after any pull."
                        : "Its tag names a version, which its makers can still exchange.",
                facts.around()
                        .updater()
                        .map(updater -> updater + " brings no newer image any more; you change the digest yourself.")
                        .orElse("Newer images, and their mended faults, come only once you change the digest."),
                moves && facts.around().updater().isEmpty(),
                List.of(facts.set(FieldValue.text(facts.container().image().orElseThrow() + digest.get()), "image")));
    }
}
