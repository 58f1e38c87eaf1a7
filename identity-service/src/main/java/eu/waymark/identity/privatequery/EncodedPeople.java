package eu.waymark.identity.privatequery;

import eu.waymark.identity.demographics.Demographics;
import eu.waymark.identity.mirror.Mirrored;
import eu.waymark.matching.clk.ClkEncoder;
import eu.waymark.matching.clk.ClkKey;
import eu.waymark.matching.clk.EncodingResult.Encoded;
import eu.waymark.matching.clk.PrivatePeople;
import eu.waymark.matching.clk.PrivatePeople.Finding;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The encodings of all person records, in memory only: none is ever stored. */
@ApplicationScoped
class EncodedPeople implements Mirrored {

    private final Epochs keys;

    private volatile Map<String, Side> epochs;

    EncodedPeople(Epochs epochs) {
        this.keys = epochs;
        this.epochs = empty(epochs);
    }

    private static Map<String, Side> empty(Epochs epochs) {
        return epochs.keys().entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, epoch -> Side.of(epoch.getValue())));
    }

    /** The encoder knows the key and names, the people neither: what a matcher of its own would hold. */
    private record Side(ThreadLocal<ClkEncoder> encoder, PrivatePeople people) {

        static Side of(ClkKey key) {
            return new Side(ThreadLocal.withInitial(() -> new ClkEncoder(key)), new PrivatePeople(false));
        }

        void change(Map<Integer, Demographics> come, Set<Integer> gone) {
            var encoded = new ConcurrentHashMap<Integer, Encoded>();
            Set<Integer> without = ConcurrentHashMap.newKeySet();
            without.addAll(gone);
            come.entrySet().parallelStream().forEach(one -> {
                if (encoder.get().encode(one.getValue().forMatching()) instanceof Encoded some) {
                    encoded.put(one.getKey(), some);
                } else {
                    without.add(one.getKey());
                }
            });
            people.change(encoded, without);
        }
    }

    @Override
    public boolean isOn() {
        return !epochs.isEmpty();
    }

    @Override
    public void change(Map<Integer, Demographics> come, Set<Integer> gone) {
        epochs.values().forEach(side -> side.change(come, gone));
    }

    @Override
    public void forget() {
        epochs = empty(keys);
    }

    /** How many are known. @param epoch one that {@link Epochs#require} has let through */
    int size(String epoch) {
        return Objects.requireNonNull(epochs.get(epoch), epoch).people().size();
    }

    /** @param epoch one that {@link Epochs#require} has let through */
    Finding ask(String epoch, Encoded question) {
        return Objects.requireNonNull(epochs.get(epoch), epoch).people().ask(question);
    }
}
