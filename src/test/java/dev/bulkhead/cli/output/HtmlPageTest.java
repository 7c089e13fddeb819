package dev.bulkhead.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.cli.CommandLineRun;
import dev.bulkhead.testing.SampleFiles;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HtmlPageTest {

    @Test
    void whatLooksLikeHtmlIsTextAndNoAddressRuns() {
        String page = HtmlPage.of("a < b", "# <script>alert(1)</script>\n\n[x](javascript:alert(1)) <b>bold</b>\n");

        assertThat(page)
                .contains("<title>a &lt; b</title>")
                .contains("<h1>&lt;script&gt;alert(1)&lt;/script&gt;</h1>")
                .contains("&lt;b&gt;bold&lt;/b&gt;")
                .doesNotContain("<script")
                .doesNotContain("javascript:");
    }

    @Test
    void theStatusOfAProjectIsOneFileThatNeedsNothingElse(@TempDir Path folder) throws Exception {
        Path project = SampleFiles.copy(SampleFiles.MEDIASERVER, folder);

        CommandLineRun run =
                CommandLineRun.of("status", project.toString(), "--engine", "practice", "--format", "html");

        assertThat(run.code()).isZero();
        assertThat(run.out())
                .startsWith("<!DOCTYPE html>")
                .contains("<title>mediaserver: status</title>")
                .contains("<td>1. Network Foundation</td>")
                .contains("<li><strong>Running:</strong> 19/19 ✅</li>")
                .doesNotContain("src=")
                .doesNotContain("href=\"http");
    }
}
