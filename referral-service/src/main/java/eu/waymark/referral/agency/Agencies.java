package eu.waymark.referral.agency;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

/** The agencies that the register has listed, by code. */
@ApplicationScoped
public class Agencies implements PanacheRepositoryBase<Agency, String> {}
