<?php
/**
 * Plugin Name: Samtykke
 * Description: The shortcode [samtykke form="newsletter"] puts a consent form into a post or a page.
 *
 * Save this file as wp-content/plugins/samtykke.php, with the address of your Worker, and activate it.
 */

define('SAMTYKKE', 'https://consent.example.com');

add_shortcode('samtykke', function ($given) {
    $form = shortcode_atts(['form' => 'newsletter', 'text' => 'Open the form'], $given);
    $page = SAMTYKKE . '/f/' . rawurlencode($form['form']);
    // The link is shown until the form takes its place, and where no script runs.
    return sprintf(
        '<div data-samtykke-form="%1$s"><a href="%2$s">%3$s</a></div><script async src="%2$s.js"></script>',
        esc_attr($form['form']),
        esc_url($page),
        esc_html($form['text'])
    );
});
