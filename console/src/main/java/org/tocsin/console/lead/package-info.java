/** The daily list for investigators: one lead for each person or group, however often warned of. */
package org.tocsin.console.lead;
