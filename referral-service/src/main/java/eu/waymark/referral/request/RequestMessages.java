package eu.waymark.referral.request;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.waymark.platform.persistence.crypto.IndexKey;
import eu.waymark.referral.message.Message;
import eu.waymark.referral.person.ChildTexts;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Writes and reads the canonical messages of requests and answers. */
@ApplicationScoped
class RequestMessages {

    private final ChildTexts texts;
    private final IndexKey keys;
    private final ObjectMapper json;

    RequestMessages(ChildTexts texts, IndexKey keys, ObjectMapper json) {
        this.texts = texts;
        this.keys = keys;
        this.json = json;
    }

    /** The request as it is sent: everything that the recipient reads, and nothing of the asker's own record. */
    Message of(InformationRequest request, AskForInformation asked, String law) {
        var content = content(asked);
        content.put("v", "waymark-information-request/1");
        content.put("id", request.id.toString());
        content.put("from", request.fromAgency);
        content.put("to", request.toAgency);
        content.put("basis", request.basis);
        content.put("law", law);
        content.put("sentAt", (request.statedSentAt == null ? request.sentAt : request.statedSentAt).toString());
        content.put("dueAt", request.dueAt.toString());
        return Message.of(content);
    }

    /**
     * By which two deliveries of one request are known: the same child is asked about in the same words, for the same
     * day, whenever it was sent.
     */
    List<byte[]> digests(AskForInformation asked, String basis) {
        var content = content(asked);
        content.put("basis", basis);
        content.put("to", asked.toAgency());
        content.put("record", asked.personRecordId().toString());
        content.put("answerBy", String.valueOf(asked.answerBy()));
        return keys.hmacs("information-request\n" + Message.canonical(content));
    }

    /** An answer, which repeats the hash of the request that it answers. */
    Message of(Answer answer, InformationRequest request, String language, Map<Integer, ObjectNode> items) {
        var content = JsonNodeFactory.instance.objectNode();
        content.put("v", "waymark-information-answer/1");
        content.put("id", answer.id.toString());
        content.put("request", request.id.toString());
        content.put("requestHash", Message.hex(request.messageHash));
        content.put("from", answer.fromAgency);
        content.put("answeredAt", answer.answeredAt.toString());
        content.put("language", language);
        var list = content.putArray("answers");
        items.forEach((number, item) -> list.add(item.put("question", number.toString())));
        return Message.of(content);
    }

    RequestContent content(InformationRequest request) {
        return RequestContent.of(read(request.personRecordId, request.message));
    }

    /** The canonical bytes of a sealed message, as text. */
    String open(UUID record, byte[] sealed) {
        return texts.open(record, sealed);
    }

    JsonNode read(UUID record, byte[] sealed) {
        try {
            return json.readTree(texts.open(record, sealed));
        } catch (JsonProcessingException corrupt) {
            throw new IllegalStateException("A message is not JSON", corrupt);
        }
    }

    private static ObjectNode content(AskForInformation asked) {
        var content = JsonNodeFactory.instance.objectNode();
        content.put("kind", asked.kind());
        content.put("child", Message.clean(asked.child()));
        content.put("reason", Message.clean(asked.reason()));
        content.put("language", asked.language());
        content.put("translation", asked.translation().code());
        content.put("answerLanguage", asked.answerLanguage());
        var questions = content.putArray("questions");
        for (var i = 0; i < asked.questions().size(); i++) {
            questions
                    .addObject()
                    .put("number", Integer.toString(i + 1))
                    .put("text", Message.clean(asked.questions().get(i)));
        }
        return content;
    }
}
