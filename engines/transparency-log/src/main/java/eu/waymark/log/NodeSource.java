package eu.waymark.log;

import java.util.Map;
import java.util.Set;

/** Where the complete nodes of a tree are kept. */
@FunctionalInterface
public interface NodeSource {

    /**
     * Fetches all the nodes of one question at once, so that a database answers it with one query.
     *
     * @return at least the nodes asked for; one left out fails the question with {@link MissingNodeException}
     */
    Map<NodeId, Hash> fetch(Set<NodeId> ids);
}
