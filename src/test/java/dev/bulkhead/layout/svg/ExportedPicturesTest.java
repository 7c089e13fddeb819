package dev.bulkhead.layout.svg;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.layout.LayoutRequest;
import dev.bulkhead.layout.MapGeometry;
import dev.bulkhead.layout.zone.ZoneLayout;
import dev.bulkhead.testing.SampleTopologies;
import dev.bulkhead.topology.Topology;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class ExportedPicturesTest {

    private final Topology topology = SampleTopologies.mediaServerAfter();
    private final MapGeometry geometry = ZoneLayout.compute(LayoutRequest.of(topology));

    @Test
    void everyPlaceInThePdfsTableIsWhereAnObjectBegins() {
        String file = new String(SvgPicture.pdf(topology, geometry), StandardCharsets.ISO_8859_1);
        Matcher table = Pattern.compile("startxref\n(\\d+)\n%%EOF\n$").matcher(file);
        assertThat(table.find()).isTrue();
        assertThat(file.substring(Integer.parseInt(table.group(1)))).startsWith("xref\n0 8\n");
        Matcher place = Pattern.compile("(\\d{10}) 00000 n \n").matcher(file);
        int object = 1;
        while (place.find()) {
            assertThat(file.substring(Integer.parseInt(place.group(1)))).startsWith(object++ + " 0 obj\n");
        }
        assertThat(object).isEqualTo(8);
        Matcher stream = Pattern.compile("<< /Length (\\d+) >>\nstream\n").matcher(file);
        assertThat(stream.find()).isTrue();
        assertThat(file.substring(stream.end() + Integer.parseInt(stream.group(1))))
                .startsWith("endstream");
    }

    @Test
    void textIsTextInThePdf() {
        String file = new String(SvgPicture.pdf(topology, geometry), StandardCharsets.ISO_8859_1);

        assertThat(topology.services().keySet())
                .allSatisfy(key -> assertThat(file).contains("(" + key + ") Tj"));
    }

    @Test
    void everyEndOfAnEdgeAndEveryContainerIsInTheFileOfDrawio() throws Exception {
        NodeList cells = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(DrawioPicture.of(topology, geometry))))
                .getElementsByTagName("mxCell");
        Set<String> ids = new HashSet<>();
        Set<String> named = new HashSet<>();
        for (int i = 0; i < cells.getLength(); i++) {
            Element cell = (Element) cells.item(i);
            assertThat(ids.add(cell.getAttribute("id"))).isTrue();
            for (String reference : new String[] {"parent", "source", "target"}) {
                if (cell.hasAttribute(reference)) {
                    named.add(cell.getAttribute(reference));
                }
            }
        }
        assertThat(ids).containsAll(named).contains("s:traefik", "n:dmz-net");
    }
}
