package dev.bulkhead.migrate.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

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
}
