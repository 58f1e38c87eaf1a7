/** Somebody who may have been trafficked is referred, heard and kept safe, as a victim (domain F9, F10, C16; scenario S3). */
@NullMarked
package eu.waymark.referral.trafficking;

import org.jspecify.annotations.NullMarked;
