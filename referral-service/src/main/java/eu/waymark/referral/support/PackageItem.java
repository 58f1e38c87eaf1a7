package eu.waymark.referral.support;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

/** One kind of support that belongs to the minimum somewhere. No child data. */
@Entity
@Table(name = "support_package")
@IdClass(PackageItem.Key.class)
class PackageItem {

    /** Of an item: the same code can be named for two countries. */
    record Key(String country, String code) {}

    @Id
    String country;

    @Id
    String code;

    String name;
    String basis;
    int position;

    @SuppressWarnings("NullAway.Init")
    protected PackageItem() {}
}
