package org.tocsin.console.web;

import java.util.Map;

/** Names of regions by GB/T 2260: the province in words, the rest as its code. */
public final class Regions {

  private static final Map<String, String[]> PROVINCES =
      Map.ofEntries(
          province("11", "北京", "Beijing"),
          province("12", "天津", "Tianjin"),
          province("13", "河北", "Hebei"),
          province("14", "山西", "Shanxi"),
          province("15", "内蒙古", "Inner Mongolia"),
          province("21", "辽宁", "Liaoning"),
          province("22", "吉林", "Jilin"),
          province("23", "黑龙江", "Heilongjiang"),
          province("31", "上海", "Shanghai"),
          province("32", "江苏", "Jiangsu"),
          province("33", "浙江", "Zhejiang"),
          province("34", "安徽", "Anhui"),
          province("35", "福建", "Fujian"),
          province("36", "江西", "Jiangxi"),
          province("37", "山东", "Shandong"),
          province("41", "河南", "Henan"),
          province("42", "湖北", "Hubei"),
          province("43", "湖南", "Hunan"),
          province("44", "广东", "Guangdong"),
          province("45", "广西", "Guangxi"),
          province("46", "海南", "Hainan"),
          province("50", "重庆", "Chongqing"),
          province("51", "四川", "Sichuan"),
          province("52", "贵州", "Guizhou"),
          province("53", "云南", "Yunnan"),
          province("54", "西藏", "Tibet"),
          province("61", "陕西", "Shaanxi"),
          province("62", "甘肃", "Gansu"),
          province("63", "青海", "Qinghai"),
          province("64", "宁夏", "Ningxia"),
          province("65", "新疆", "Xinjiang"),
          province("71", "台湾", "Taiwan"),
          province("81", "香港", "Hong Kong"),
          province("82", "澳门", "Macao"));

  private Regions() {}

  private static Map.Entry<String, String[]> province(String code, String zh, String en) {
    return Map.entry(code, new String[] {zh, en});
  }

  /**
   * @param code of six digits; anything else is given back as it is
   */
  public static String name(Texts texts, String code) {
    String[] names = code.length() < 2 ? null : PROVINCES.get(code.substring(0, 2));
    return names == null ? code : texts.pick(names[0], names[1]) + " " + code;
  }
}
