/** Qualifications of categories, brands and products: declared, submitted, followed, watched. */
@NullMarked
package com.wechaterp.hub.qualification;

import org.jspecify.annotations.NullMarked;
