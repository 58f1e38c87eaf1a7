package eu.waymark.identity.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.waymark.identity.model.ModelVersions.InUse;
import eu.waymark.identity.model.ModelView.Proposed;
import eu.waymark.matching.score.Parameters;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;

/** Tells which model is in use and how others do beside it. It shows nothing about any child. */
@ApplicationScoped
class ReadingModel {

    private static final int MOST = 10;

    private final ModelVersions versions;
    private final Trainings trainings;
    private final ObjectMapper json;

    ReadingModel(ModelVersions versions, Trainings trainings, ObjectMapper json) {
        this.versions = versions;
        this.trainings = trainings;
        this.json = json;
    }

    ModelView read() {
        return QuarkusTransaction.requiringNew().call(() -> {
            var inUse = versions.inUse();
            return new ModelView(
                    inUse.map(InUse::version).orElseGet(Parameters.FIRST::version),
                    inUse.map(InUse::since).orElse(null),
                    trainings.open().map(Trainings.Training::since).orElse(null),
                    versions.latest(MOST).stream().map(this::view).toList());
        });
    }

    private Proposed view(ModelVersion version) {
        return new Proposed(
                version.version(),
                version.proposedAt(),
                version.people(),
                version.sampled(),
                version.verdicts(),
                figures(version.figures()));
    }

    private Figures figures(String text) {
        try {
            return json.readValue(text, Figures.class);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("Figures of a model are always readable", unreadable);
        }
    }
}
