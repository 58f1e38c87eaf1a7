package eu.waymark.platform.testing;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;

/** The service under test, with every answer checked against its own OpenAPI document. */
public final class Api {

    private Api() {}

    /** Nobody in particular, stating nothing. */
    public static RequestSpecification anonymous() {
        return RestAssured.given().filter(new OpenApiContract()).contentType(ContentType.JSON);
    }

    /** The bearer of a token, stating nothing. */
    public static RequestSpecification as(String token) {
        return anonymous().auth().oauth2(token);
    }

    public static RequestSpecification as(Tokens token) {
        return as(token.sign());
    }

    /** The bearer of a token, stating why. */
    public static RequestSpecification as(Tokens token, String purpose) {
        return as(token).header("Purpose-Of-Use", purpose);
    }
}
