/** An external merge sort: what does not fit in memory is sorted through files. */
package org.tocsin.local.sort;
