package eu.waymark.matching.explain;

import static eu.waymark.matching.People.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import eu.waymark.matching.Demographics;
import eu.waymark.matching.score.MatchingEngine;
import eu.waymark.matching.score.Score;
import java.io.StringReader;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXParseException;

class ExplanationTest {

    private static final Demographics LEFT = person("Марія", "Коваль", "2014~", 2, "UA");
    private static final Demographics RIGHT = person("Mariya", "Kowal", "2013-01-01", 2, "UA");

    private final MatchingEngine engine = MatchingEngine.standard();

    @ParameterizedTest
    @EnumSource(Visibility.class)
    void theReasonsAddUpExactlyToTheWeight(Visibility visibility) {
        var explanation = explain(LEFT, RIGHT, visibility);

        assertThat(explanation.reasons().stream().mapToDouble(Reason::bits).sum())
                .isEqualTo(explanation.weight());
    }

    @Test
    void anAskerWhoMaySeeThemIsShownBothValues() {
        assertThat(explain(LEFT, RIGHT, Visibility.SHOWN).reasons())
                .filteredOn(reason -> reason.left() != null)
                .extracting(Reason::left, Reason::right)
                .contains(
                        tuple("Марія", "Mariya"),
                        tuple("Коваль", "Kowal"),
                        tuple("2014~", "2013-01-01"),
                        tuple("female", "female"));
    }

    @Test
    void whoMayNotSeeThemLearnsOnlyWhetherTheyAgree() {
        var explanation = explain(LEFT, RIGHT, Visibility.MASKED);

        String all = TextExplanation.of(explanation) + SvgWaterfall.of(explanation) + explanation.reasons();
        assertThat(all).doesNotContain("Марія", "Mariya", "Коваль", "Kowal", "2013", "2014", "female");
        assertThat(TextExplanation.of(explanation)).doesNotContain("UA");
        assertThat(explanation.reasons()).extracting(Reason::left).contains("agree", "partly");
    }

    @Test
    void aHiddenValueIsNotEvenJudged() {
        assertThat(explain(LEFT, RIGHT, Visibility.HIDDEN).reasons())
                .extracting(Reason::left)
                .containsOnlyNulls();
    }

    @Test
    void thePlainWordsNameTheGendersOfASurname() {
        var explanation = explain(
                person("Anna", "Kowalska", "2014-03-05", 2),
                person("Anna", "Kowalski", "2014-03-05", 2),
                Visibility.SHOWN);

        assertThat(TextExplanation.of(explanation))
                .contains("The family names are the masculine and feminine form of one surname.")
                .contains("The births are the same day.")
                .contains("Match (probability 0.99");
    }

    @Test
    void theLineSaysItAllWithoutAValue() {
        String line = Explanation.line(score(LEFT, RIGHT));

        assertThat(line)
                .startsWith("Before looking, one of 1,001 people is this child (-10.0); ")
                .contains("One birth is an estimate, and the other is at most a year off (+0.8)")
                .matches(".*; weight [+-][0-9.]+")
                .doesNotContain("Mari", "Kowal", "\n");
    }

    @Test
    void aTwinIsCalledATwin() {
        var twins = explain(
                person("Ivan", "Koval", "2014-03-05", 1), person("Petro", "Koval", "2014-03-05", 1), Visibility.SHOWN);

        assertThat(TextExplanation.of(twins)).contains("No match").contains("looks like a twin");
    }

    @ParameterizedTest
    @EnumSource(Visibility.class)
    void thePictureIsValidXmlWithATitleAndWithoutScripts(Visibility visibility) throws Exception {
        var odd = person("<script>alert('x')</script> & \u0000\uD800\u202E\u0008", "\"Koval\"".repeat(200), "2014", 2);

        Document svg = parsed(SvgWaterfall.of(explain(odd, odd, visibility)));

        assertThat(svg.getDocumentElement().getTagName()).isEqualTo("svg");
        assertThat(svg.getElementsByTagName("script").getLength()).isZero();
        assertThat(svg.getElementsByTagName("title").item(0).getTextContent()).contains("match");
        assertThat(svg.getElementsByTagName("desc").item(0).getTextContent()).contains("bits");
    }

    @Test
    void aPictureThatWereNotEscapedWouldNotBeRead() {
        assertThatThrownBy(() -> parsed("<svg><text>Koval & sons</text></svg>")).isInstanceOf(SAXParseException.class);
    }

    private static Document parsed(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }

    private Explanation explain(Demographics left, Demographics right, Visibility visibility) {
        return Explanation.of(score(left, right), left, right, visibility);
    }

    private Score score(Demographics left, Demographics right) {
        return engine.score(engine.prepare(left), engine.prepare(right));
    }
}
