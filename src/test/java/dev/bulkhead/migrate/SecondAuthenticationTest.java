package dev.bulkhead.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.migrate.iteration.Answers;
import dev.bulkhead.migrate.playbook.PasswordHash;
import dev.bulkhead.migrate.playbook.Question;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A portal that stands is given another answer: its people are the operator's by then. */
class SecondAuthenticationTest {

    private final PracticeMediaServer server;

    SecondAuthenticationTest(@TempDir Path parent) throws Exception {
        server = new PracticeMediaServer(parent, "media.lan");
    }

    private String make(String iteration, String question, String answer) throws Exception {
        MigrationSession session = server.migration.session(iteration);
        Answers answers = Answers.proposed(iteration, session.questions());
        session.answer(answers.withValue(question, answer));
        return session.apply(event -> {}).sentence();
    }

    @Test
    void anotherAnswerIsTakenUpAndNobodyIsAskedForAPasswordAgain() throws Exception {
        assertThat(List.of(
                        make("1", "apply", "recreate"),
                        make("2", "domain", "media.lan"),
                        make("3", "certificate", "private"),
                        make(
                                "4",
                                "password",
                                PasswordHash.of("a long and quiet voyage".toCharArray())
                                        .text())))
                .containsOnly("Done and verified.");
        Path users = server.directory.resolve("authelia/users.yml");
        Files.writeString(users, Files.readString(users) + "  guest:\n    displayname: guest\n");
        String people = Files.readString(users);
        assertThat(server.migration.session("4").review().notes())
                .contains(
                        "The private certificate is not for auth.media.lan yet: have it signed for that name as well, right"
                                + " after, by: bulkhead renew PATH. Until then browsers warn of the portal.");
        MigrationSession again = server.migration.session("4");

        assertThat(again.questions()).noneMatch(Question.Password.class::isInstance);
        assertThat(again.review().notes()).anyMatch(note -> note.endsWith("The people in authelia/users.yml stay."));
        assertThat(make("4", "access.jellyfin.media.lan", "one-factor")).isEqualTo("Done and verified.");
        assertThat(users).hasContent(people);
        assertThat(Files.readString(server.directory.resolve("authelia/configuration.yml")))
                .contains("jellyfin.media.lan");
    }
}
