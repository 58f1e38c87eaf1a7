/** Files that go with a referral: encrypted before they touch a disk, and never run or shown in a page. */
@NullMarked
package eu.waymark.referral.attachment;

import org.jspecify.annotations.NullMarked;
