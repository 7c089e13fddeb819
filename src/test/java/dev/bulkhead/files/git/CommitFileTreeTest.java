package dev.bulkhead.files.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bulkhead.files.DiskFileTree;
import dev.bulkhead.testing.GitClone;
import dev.bulkhead.testing.StartsProcesses;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files of a commit, at the paths where they are now. */
@StartsProcesses
class CommitFileTreeTest {

    @TempDir
    private Path folder = Path.of("");

    private GitClone clone = new GitClone(folder);

    @BeforeEach
    void makeRepository() throws Exception {
        clone = GitClone.init(folder.toRealPath().resolve("clone"));
    }

    private CommitFileTree open(Path directory, String word) throws IOException {
        return CommitFileTree.open(directory, GitState.of(word).orElseThrow(), new DiskFileTree());
    }

    private String text(String file) throws IOException {
        try (CommitFileTree tree = open(clone.top(), "git:main")) {
            return new String(tree.read(clone.top().resolve(file)), StandardCharsets.UTF_8);
        }
    }

    private boolean isFile(String file) throws IOException {
        try (CommitFileTree tree = open(clone.top(), "git:main")) {
            return tree.isFile(clone.top().resolve(file));
        }
    }

    @Test
    void areAsTheyWereCommittedWhateverBecameOfThem() throws Exception {
        clone.write("compose.yaml", "old").write("app/compose.yaml", "old app").commit("one");
        clone.write("compose.yaml", "new").write("added.yaml", "new");
        Files.delete(clone.top().resolve("app/compose.yaml"));

        assertThat(text("compose.yaml")).isEqualTo("old");
        assertThat(text("app/compose.yaml")).isEqualTo("old app");
        assertThat(isFile("added.yaml")).isFalse();
        assertThatThrownBy(() -> text("added.yaml")).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void listWhatADirectoryHeldWithoutLinks() throws Exception {
        clone.write("routes/a.yml", "a").write("routes/deep/b.yml", "b");
        Files.createSymbolicLink(clone.top().resolve("routes/link.yml"), Path.of("a.yml"));
        clone.commit("one");
        clone.write("routes/new.yml", "n");
        Path routes = clone.top().resolve("routes");

        try (CommitFileTree tree = open(clone.top(), "git:main")) {
            assertThat(tree.list(routes)).containsExactly(routes.resolve("a.yml"), routes.resolve("deep"));
            assertThat(tree.isDirectory(routes)).isTrue();
            assertThat(tree.isFile(routes)).isFalse();
            assertThat(tree.size(routes.resolve("a.yml"))).isEqualTo(1);
            assertThatThrownBy(() -> tree.list(clone.top().resolve("nowhere"))).isInstanceOf(NoSuchFileException.class);
        }
    }

    @Test
    void takeWhatGitIgnoresFromDiskSinceNoCommitHoldsIt() throws Exception {
        clone.write(".gitignore", ".env\ncertificates/\n")
                .write("compose.yaml", "old")
                .commit("one");
        clone.write(".env", "A=1").write("certificates/ca.pem", "c").write("untracked", "u");

        assertThat(text(".env")).isEqualTo("A=1");
        assertThat(text("certificates/ca.pem")).isEqualTo("c");
        assertThat(isFile("untracked")).isFalse();
        try (CommitFileTree tree = open(clone.top(), "git:main")) {
            assertThat(tree.list(clone.top()))
                    .extracting(path -> path.getFileName().toString())
                    .containsExactly(".env", ".gitignore", "certificates", "compose.yaml");
        }
    }

    @Test
    void aFileThatWasIgnoredLaterIsThatOfTheCommit() throws Exception {
        clone.write(".env", "A=old").commit("one");
        clone.write(".gitignore", ".env").write(".env", "A=new");

        assertThat(text(".env")).isEqualTo("A=old");
    }

    @Test
    void linksLeadWhereTheyLedThen() throws Exception {
        clone.write("shared/base.yml", "base").write("other/base.yml", "other").write(".gitignore", "hidden.env");
        Files.createSymbolicLink(clone.top().resolve("stack"), Path.of("shared"));
        Files.createDirectories(clone.top().resolve("app"));
        Files.createSymbolicLink(clone.top().resolve("app/base.yml"), Path.of("../stack/base.yml"));
        Files.createSymbolicLink(clone.top().resolve("app/round"), Path.of("round"));
        Files.createSymbolicLink(clone.top().resolve("app/.env"), Path.of("../hidden.env"));
        Files.createSymbolicLink(
                clone.top().resolve("app/whole"), clone.top().resolve("other").toAbsolutePath());
        clone.commit("one");
        Files.delete(clone.top().resolve("stack"));
        Files.createSymbolicLink(clone.top().resolve("stack"), Path.of("other"));
        clone.write("hidden.env", "A=1");

        assertThat(text("app/base.yml")).isEqualTo("base");
        assertThat(text("stack/base.yml")).isEqualTo("base");
        assertThat(text("app/whole/base.yml")).isEqualTo("other");
        assertThat(text("app/.env")).isEqualTo("A=1");
        assertThat(isFile("app/round")).isFalse();
    }

    @Test
    void whatLiesOutsideTheRepositoryIsThatOfTheDisk() throws Exception {
        Path outside = Files.writeString(clone.top().resolveSibling("outside.yml"), "outside");
        Files.createSymbolicLink(clone.top().resolve("link.yml"), Path.of("../outside.yml"));
        clone.commit("one");

        assertThat(text("../outside.yml")).isEqualTo("outside");
        assertThat(text("link.yml")).isEqualTo("outside");
        assertThat(outside).exists();
    }

    @Test
    void areFoundThroughALinkToTheRepositoryAsWell() throws Exception {
        clone.write("stack/compose.yaml", "old").commit("one");
        clone.write("stack/compose.yaml", "new");
        Path link = Files.createSymbolicLink(folder.resolve("link"), clone.top());

        try (CommitFileTree tree = open(link.resolve("stack"), "git:main")) {
            assertThat(tree.read(link.resolve("stack/compose.yaml"))).asString().isEqualTo("old");
        }
    }

    @Test
    void aSubmoduleIsReadAtTheCommitThatIsNamed() throws Exception {
        GitClone library = GitClone.init(folder.toRealPath().resolve("library"));
        library.write("base.yml", "old").commit("one");
        clone.git("submodule", "--quiet", "add", library.top().toString(), "lib");
        clone.commit("with library");
        GitClone inside = new GitClone(clone.top().resolve("lib"));
        inside.write("base.yml", "new").commit("two");

        assertThat(text("lib/base.yml")).isEqualTo("old");
    }

    @Test
    void areFoundInALinkedWorkTreeAndInARepositoryWithLongerIds() throws Exception {
        clone.write("stack/compose.yaml", "old").commit("one");
        clone.git("worktree", "add", "--quiet", "-b", "other", "../linked");
        GitClone linked = new GitClone(folder.toRealPath().resolve("linked"));
        linked.write("stack/compose.yaml", "new");
        Path longer = Files.createDirectories(folder.toRealPath().resolve("longer"));
        GitClone sha256 = new GitClone(longer);
        sha256.git("init", "--quiet", "--initial-branch=main", "--object-format=sha256");
        sha256.write("stack/compose.yaml", "long").commit("one");

        try (CommitFileTree tree = open(linked.top().resolve("stack"), "git:main");
                CommitFileTree other = open(longer.resolve("stack"), "git:main")) {
            assertThat(tree.read(linked.top().resolve("stack/compose.yaml")))
                    .asString()
                    .isEqualTo("old");
            assertThat(other.read(longer.resolve("stack/compose.yaml")))
                    .asString()
                    .isEqualTo("long");
        }
    }

    @Test
    void areThoseOfWhereTheBranchLeft() throws Exception {
        clone.write("compose.yaml", "common").commit("one");
        clone.git("checkout", "--quiet", "-b", "feature");
        clone.write("compose.yaml", "feature").commit("two");
        clone.git("checkout", "--quiet", "main");
        clone.write("compose.yaml", "main").commit("three");
        clone.git("checkout", "--quiet", "feature");

        assertThat(text("compose.yaml")).isEqualTo("main");
        try (CommitFileTree tree = open(clone.top(), "git:main...")) {
            assertThat(tree.read(clone.top().resolve("compose.yaml")))
                    .asString()
                    .isEqualTo("common");
        }
    }

    @Test
    void readingChangesNothingInTheCloneNotEvenItsIndex() throws Exception {
        clone.write("compose.yaml", "old").commit("one");
        clone.write("compose.yaml", "new");
        String before = clone.git("status", "--porcelain");
        byte[] index = Files.readAllBytes(clone.top().resolve(".git/index"));

        text("compose.yaml");

        assertThat(Files.readAllBytes(clone.top().resolve(".git/index"))).isEqualTo(index);
        assertThat(clone.git("status", "--porcelain")).isEqualTo(before);
        assertThat(Files.readString(clone.top().resolve("compose.yaml"))).isEqualTo("new");
    }

    @Test
    void aShallowCloneSaysWhatToFetch() throws Exception {
        clone.write("compose.yaml", "old").commit("one");
        clone.write("compose.yaml", "new").commit("two");
        new GitClone(folder)
                .git("clone", "--quiet", "--depth=1", clone.top().toUri().toString(), "shallow");
        Path shallow = folder.toRealPath().resolve("shallow");

        assertThatThrownBy(() -> open(shallow, "git:HEAD~1"))
                .isInstanceOf(GitException.class)
                .hasMessage("This clone is shallow and does not hold HEAD~1; fetch all of it first: fetch-depth: 0 for"
                        + " actions/checkout, GIT_DEPTH: \"0\" in GitLab, git fetch --unshallow by hand.");
    }

    @Test
    void anUnknownCommitIsNamedAndSoIsABranchOfTheRemote() throws Exception {
        clone.commit("one");
        new GitClone(folder).git("clone", "--quiet", clone.top().toString(), "copy");
        GitClone copy = new GitClone(folder.toRealPath().resolve("copy"));
        copy.git("checkout", "--quiet", "-b", "feature");
        copy.git("branch", "--quiet", "-D", "main");

        assertThatThrownBy(() -> open(copy.top(), "git:main"))
                .hasMessage("The repository has no main of its own; write git:origin/main.");
        assertThatThrownBy(() -> open(copy.top(), "git:gone"))
                .hasMessage(
                        "The repository has no commit gone; name a branch, a tag or a commit of it, or fetch it first:"
                                + " git fetch origin gone.");
        assertThatThrownBy(() -> open(copy.top(), "git:--all")).hasMessageContaining("has no commit --all");
        assertThatThrownBy(() -> open(folder, "git:main")).hasMessageContaining("lies in no git repository");
    }

    @Test
    void wordsNameARefWhereItLeftAndAPath() {
        assertThat(GitState.of("git:main").map(GitState::toString)).contains("git:main");
        assertThat(GitState.of("git:origin/main...:old/stack"))
                .contains(new GitState("origin/main", true, java.util.Optional.of("old/stack")));
        assertThat(GitState.of("git:v1.2..3").orElseThrow().ref()).isEqualTo("v1.2..3");
        assertThat(GitState.of("other/path")).isEmpty();
        assertThat(GitState.of("git:")).isEmpty();
    }
}
