package com.wechaterp.hub.qualification;

import com.wechaterp.hub.category.Category;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A submission that is ready to be written as WeChat wants it.
 *
 * @param wanted what is declared
 * @param category the category it is for; null for a brand
 * @param links from a picture's source to WeChat's link of it
 */
record QualificationRequest(
    Qualification wanted, @Nullable Category category, Map<String, String> links) {}
